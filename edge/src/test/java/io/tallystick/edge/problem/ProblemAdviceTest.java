package io.tallystick.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

    @RestController
    static final class Endpoint {

        private final Supplier<RuntimeException> trouble;

        Endpoint(Supplier<RuntimeException> trouble) {
            this.trouble = trouble;
        }

        @GetMapping("/")
        String answer() {
            throw trouble.get();
        }
    }

    @Test
    void a_database_that_is_away_is_told_so_wherever_it_is_missed_first() throws Exception {
        assertIsAway(() -> new DataAccessResourceFailureException("no connection"));
        assertIsAway(() -> new CannotCreateTransactionException("no connection"));
    }

    @Test
    void what_nobody_expected_is_our_fault_and_tells_nothing() throws Exception {
        var response = ask(() -> new IllegalStateException("a secret"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString())
                .contains("internal_error")
                .doesNotContain("a secret");
    }

    private static void assertIsAway(Supplier<RuntimeException> trouble) throws Exception {
        var response = ask(trouble);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentAsString()).contains("\"code\":\"log_unavailable\"");
    }

    private static MockHttpServletResponse ask(Supplier<RuntimeException> trouble)
            throws Exception {
        return MockMvcBuilders.standaloneSetup(new Endpoint(trouble))
                .setControllerAdvice(new ProblemAdvice())
                .build()
                .perform(MockMvcRequestBuilders.get("/"))
                .andReturn()
                .getResponse();
    }
}
