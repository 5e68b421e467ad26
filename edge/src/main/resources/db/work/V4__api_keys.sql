-- Keys of partners and customers can be issued and revoked, and it shows when each was used last.

alter table work.api_key
    add column last_used_at timestamptz,
    add foreign key (tenant_id, customer_id) references work.customer,
    add check ((scope = 'customer') = (customer_id is not null));

-- Ingest asks under the position lock whether keys still hold.
create unique index api_key_active on work.api_key (key_id) where revoked_at is null;

create index api_key_of_customer on work.api_key (tenant_id, customer_id) where revoked_at is null;

comment on column work.api_key.last_used_at is 'to the minute, and no fact: it is lost with this table';
