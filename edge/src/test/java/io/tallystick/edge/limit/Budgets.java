package io.tallystick.edge.limit;

import javax.sql.DataSource;

/// Makes budgets for tests of other packages.
public final class Budgets {

    private Budgets() {}

    public static CustomerBudget on(DataSource dataSource) {
        return new CustomerBudget(new ApiBudgets(dataSource));
    }
}
