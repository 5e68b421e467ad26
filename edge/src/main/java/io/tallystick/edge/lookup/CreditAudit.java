package io.tallystick.edge.lookup;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether no credit was lost or made, of all tenants: per lot, per wallet, and against the log. It
/// is one statement and so one snapshot, in which ledger and log belong together.
@Repository
public class CreditAudit {

    private static final int DIFFERENCES_MAX = 100;

    private static final String DIFFERENCES =
            """
            with reached as (select position from work.log_group where name = 'credits'),
            drawn as (
              select tenant_id, customer_id, draw.key::uuid as lot_id, sum(draw.value::numeric) as left_over,
                sum(case when kind = 'expiry' then -draw.value::numeric else 0 end) as expired
              from work.credit_transaction, jsonb_each_text(draws) as draw group by 1, 2, 3),
            booked as (
              select tenant_id, customer_id, sum(amount) as amount, sum(overage) as overage
              from work.credit_transaction group by 1, 2),
            lots as (
              select tenant_id, customer_id, sum(remaining) as remaining from work.credit_lot
              where state = 'active' group by 1, 2),
            fact as (
              select entry.tenant_id, entry.type, convert_from(entry.payload, 'UTF8')::jsonb as said
              from event_log.entry, reached
              where entry.kind = 'fact' and entry.type in ('credits.CreditsGranted', 'credits.CreditsDeducted')
                and entry.position <= reached.position),
            taken as (
              select tenant_id, reference, sum(overage - amount) as credits from work.credit_transaction
              where kind = 'deduction' group by 1, 2)
            select 'lot_remaining' as rule, lot.tenant_id, lot.customer_id, lot.lot_id::text as reference
            from work.credit_lot as lot left join drawn using (tenant_id, customer_id, lot_id)
            where case when lot.state = 'active' then lot.remaining is distinct from drawn.left_over
                       when lot.state = 'expired' then lot.remaining <> 0 or coalesce(drawn.left_over, 0) <> 0
                       else lot.remaining <> lot.amount or drawn.left_over is not null end
            union all
            select 'lot_expired', tenant_id, customer_id, lot_id::text
            from work.credit_lot as lot join drawn using (tenant_id, customer_id, lot_id)
            where lot.expired <> drawn.expired
            union all
            select 'wallet_settled', wallet.tenant_id, wallet.customer_id, null
            from work.credit_wallet as wallet
            left join booked using (tenant_id, customer_id) left join lots using (tenant_id, customer_id)
            where wallet.settled <> coalesce(booked.amount, 0) or wallet.settled <> coalesce(lots.remaining, 0)
            union all
            select 'wallet_overage', wallet.tenant_id, wallet.customer_id, null
            from work.credit_wallet as wallet left join booked using (tenant_id, customer_id)
            where wallet.overage <> coalesce(booked.overage, 0)
            union all
            select 'granted', coalesce(fact.tenant_id, lot.tenant_id), coalesce(lot.customer_id, (fact.said ->> 'customerId')::uuid),
              coalesce(lot.lot_id::text, fact.said ->> 'lotId')
            from (select * from fact where type = 'credits.CreditsGranted') as fact
            full join (select * from work.credit_lot where kind <> 'returned') as lot
              on lot.tenant_id = fact.tenant_id and lot.lot_id = (fact.said ->> 'lotId')::uuid
            where lot.lot_id is null or fact.said is null or lot.amount <> (fact.said ->> 'amount')::numeric
            union all
            select 'deducted', fact.tenant_id, (fact.said ->> 'customerId')::uuid, fact.said ->> 'deductionId'
            from fact left join taken
              on taken.tenant_id = fact.tenant_id and taken.reference = fact.said ->> 'deductionId'
            where fact.type = 'credits.CreditsDeducted'
              and taken.credits is distinct from (fact.said ->> 'amount')::numeric
            limit :limit
            """;

    private final JdbcClient jdbc;

    CreditAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something that does not add up.
    ///
    /// @param rule `lot_remaining`, `lot_expired`, `wallet_settled`, `wallet_overage`, `granted` or
    ///   `deducted`
    /// @param partnerId whose customer it is
    /// @param customerId whose credits they are
    /// @param reference a lot or a deduction, empty for the whole wallet
    public record Difference(String rule, UUID partnerId, UUID customerId, String reference) {}

    /// @return none where everything adds up; the first 100 otherwise
    public List<Difference> differences() {
        return jdbc.sql(DIFFERENCES)
                .param("limit", DIFFERENCES_MAX)
                .query((row, number) -> {
                    String reference = row.getString("reference");
                    return new Difference(
                            row.getString("rule"),
                            row.getObject("tenant_id", UUID.class),
                            row.getObject("customer_id", UUID.class),
                            reference == null ? "" : reference);
                })
                .list();
    }
}
