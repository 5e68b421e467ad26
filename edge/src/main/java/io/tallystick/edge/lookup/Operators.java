package io.tallystick.edge.lookup;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts with which operators sign in. The password hash lives here and not in the log: a
/// fact is for ever.
@Repository
public class Operators {

    private final JdbcClient jdbc;

    Operators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Operator(UUID tenantId, UUID operatorId, String login, String passwordHash) {}

    public Optional<Operator> find(String login) {
        if (!Storable.is(login)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select tenant_id, operator_id, login, password_hash from work.operator where login = :login")
                .param("login", login)
                .query(Operator.class)
                .optional();
    }

    /// Called in the command's transaction.
    ///
    /// @return false when the login is taken
    public boolean reserve(Operator operator) {
        return jdbc.sql(
                                """
                                insert into work.operator (tenant_id, operator_id, login, password_hash)
                                values (:tenant, :id, :login, :hash) on conflict (tenant_id, login) do nothing
                                """)
                        .param("tenant", operator.tenantId())
                        .param("id", operator.operatorId())
                        .param("login", operator.login())
                        .param("hash", operator.passwordHash())
                        .update()
                == 1;
    }
}
