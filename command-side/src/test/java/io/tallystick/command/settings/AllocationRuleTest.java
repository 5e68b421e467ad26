package io.tallystick.command.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.settings.Section.KnowledgeBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationRuleTest {

    @ParameterizedTest
    @CsvSource({
        "500, 400, 400",
        "500, 400, 0",
        "500, 400,",
        "500, 600, 900",
        "500, 500, 900",
        "0, 1, 900"
    })
    void what_is_in_use_stays_or_more_is_given(int before, int wanted, @Nullable Long used) {
        assertThat(change(before, wanted, used).allocatedMb()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"500, 400, 401", "500, 0, 1", "500, 499, 900"})
    void less_than_is_in_use_is_refused(int before, int wanted, long used) {
        assertThatThrownBy(() -> change(before, wanted, used))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        refused -> {
                            assertThat(refused.status().value()).isEqualTo(409);
                            assertThat(refused.code()).isEqualTo("storage_in_use");
                            assertThat(refused.errors().getFirst().pointer())
                                    .isEqualTo("/allocatedMb");
                        });
    }

    private static KnowledgeBase change(int before, int wanted, @Nullable Long used) {
        return AllocationRule.require(
                new KnowledgeBase(true, before), new KnowledgeBase(true, wanted), used);
    }
}
