package io.tallystick.edge.limit;

import io.tallystick.edge.IngestRequest;
import io.tallystick.edge.lookup.ApiKeys.ActiveKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/// Charges requests to the budgets of the customer whose key they came with.
@Component
public class CustomerBudget {

    private static final String KEY = CustomerBudget.class.getName();

    private final ApiBudgets budgets;

    CustomerBudget(ApiBudgets budgets) {
        this.budgets = budgets;
    }

    /// Usage is charged when its events are counted; everything else at once.
    ///
    /// @throws io.tallystick.edge.problem.ApiProblem 429 when the budget is used up
    public void charge(ActiveKey active, HttpServletRequest request, HttpServletResponse response) {
        ApiLimits limits = active.limits();
        if (limits == null) {
            return;
        }
        if (IngestRequest.is(request)) {
            request.setAttribute(KEY, active);
            return;
        }
        settle(budgets.request(active, limits), response);
    }

    /// @throws io.tallystick.edge.problem.ApiProblem 429 when the budget is used up
    public void chargeEvents(HttpServletRequest request, HttpServletResponse response, int events) {
        if (request.getAttribute(KEY) instanceof ActiveKey active) {
            ApiLimits limits = active.limits();
            if (limits != null) {
                settle(budgets.events(active, limits, events), response);
            }
        }
    }

    private static void settle(Spent spent, HttpServletResponse response) {
        spent.tell(response);
        spent.require();
    }
}
