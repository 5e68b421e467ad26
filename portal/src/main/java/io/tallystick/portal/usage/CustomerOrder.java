package io.tallystick.portal.usage;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/// Who asked for something on a page of a customer, and where the answer goes.
public record CustomerOrder(
        Caller caller,
        CustomerPlace place,
        Model model,
        HttpServletRequest http,
        HttpServletResponse response) {

    public String requestId() {
        return RequestId.of(http);
    }

    /// The page that is shown now tells why, with the status that the API has for it.
    public void refuse(ApiProblem refused) {
        response.setStatus(refused.status().value());
        model.addAttribute("refusal", refused.detail());
    }
}
