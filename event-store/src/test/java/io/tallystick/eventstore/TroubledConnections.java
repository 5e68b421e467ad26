package io.tallystick.eventstore;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A data source whose statements meet trouble on their way.
public final class TroubledConnections {

    /// Waits or throws. `step` is the SQL of a prepared statement or the name of a method of the
    /// connection that talks to the server.
    public interface Trouble {

        default void before(String step) throws SQLException {}

        default void after(String step) throws SQLException {}
    }

    private static final Set<String> STEPS = Set.of("setSavepoint", "rollback", "commit");

    private final Trouble trouble;

    private TroubledConnections(Trouble trouble) {
        this.trouble = trouble;
    }

    public static DataSource of(DataSource real, Trouble trouble) {
        return new TroubledConnections(trouble).dataSource(real);
    }

    /// Connections that are cut once, after the server has committed and before it could say so.
    public static DataSource losingOneCommit(DataSource real) {
        var isCut = new AtomicBoolean();
        return of(
                real,
                new Trouble() {
                    @Override
                    public void after(String step) throws SQLException {
                        if (step.contains("commit") && isCut.compareAndSet(false, true)) {
                            throw new SQLException("the connection was cut", "08006");
                        }
                    }
                });
    }

    private DataSource dataSource(DataSource real) {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) ->
                        call(real, method, arguments) instanceof Connection connection
                                ? connection(connection)
                                : null);
    }

    private Connection connection(Connection real) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        return statement(
                                (String) arguments[0],
                                (PreparedStatement) requireNonNull(call(real, method, arguments)));
                    }
                    return STEPS.contains(method.getName())
                            ? troubled(method.getName(), real, method, arguments)
                            : call(real, method, arguments);
                });
    }

    private PreparedStatement statement(String sql, PreparedStatement real) {
        return proxy(
                PreparedStatement.class,
                (proxy, method, arguments) ->
                        method.getName().startsWith("execute")
                                ? troubled(sql, real, method, arguments)
                                : call(real, method, arguments));
    }

    private @Nullable Object troubled(
            String step, Object real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        trouble.before(step);
        Object answer = call(real, method, arguments);
        trouble.after(step);
        return answer;
    }

    private static @Nullable Object call(
            Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        TroubledConnections.class.getClassLoader(),
                        new Class<?>[] {type},
                        handler));
    }
}
