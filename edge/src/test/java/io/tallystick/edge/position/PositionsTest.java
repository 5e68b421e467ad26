package io.tallystick.edge.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/// The header that makes a read wait.
class PositionsTest {

    @Test
    void without_the_header_nobody_waits() {
        assertThat(Positions.parse(null)).isEmpty();
    }

    @Test
    void a_whole_number_is_a_position() {
        assertThat(Positions.parse("0")).hasValue(0);
        assertThat(Positions.parse(" 4711 ")).hasValue(4711);
        assertThat(Positions.parse("9223372036854775807")).hasValue(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "x", "1.5", "1e3", "0x10", "9223372036854775808", "1 2", "1,2"})
    void anything_else_is_named_as_the_fault(String header) {
        assertThatThrownBy(() -> Positions.parse(header))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
                            assertThat(problem.errors())
                                    .extracting(FieldError::pointer, FieldError::code)
                                    .containsExactly(
                                            tuple("Tallystick-Wait-For", "not_a_position"));
                        });
    }
}
