package io.tallystick.eventstore.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GroupValuesTest {

    @Test
    void a_top_level_text_is_the_value() {
        assertThat(agentOf("{\"x\":{\"agent\":\"inner\"},\"agent\":\"Mia \\u00fc\"}"))
                .isEqualTo("Mia ü");
    }

    @Test
    void numbers_and_booleans_are_taken_as_written() {
        assertThat(agentOf("{\"agent\":60.0}")).isEqualTo("60.0");
        assertThat(agentOf("{\"agent\":1e3}")).isEqualTo("1e3");
        assertThat(agentOf("{\"agent\":true}")).isEqualTo("true");
    }

    @Test
    void null_objects_and_arrays_are_no_value() {
        assertThat(agentOf("{\"agent\":null}")).isNull();
        assertThat(agentOf("{\"agent\":{\"agent\":\"x\"}}")).isNull();
        assertThat(agentOf("{\"agent\":[\"x\"]}")).isNull();
    }

    @Test
    void what_follows_an_object_is_still_read() {
        assertThat(agentOf("{\"a\":{\"b\":[1,{\"c\":2}]},\"agent\":\"x\"}")).isEqualTo("x");
    }

    @Test
    void a_value_of_128_characters_is_kept_and_a_longer_one_is_none() {
        assertThat(agentOf("{\"agent\":\"" + "a".repeat(128) + "\"}")).hasSize(128);
        assertThat(agentOf("{\"agent\":\"" + "a".repeat(129) + "\"}")).isNull();
    }

    @Test
    void nothing_that_was_let_into_the_log_stops_its_reader() {
        String name = "n".repeat(60_000);
        String number = "1".repeat(2_000);
        String deep = "[".repeat(1_500) + "]".repeat(1_500);
        assertThat(agentOf("{\"" + name + "\":" + number + ",\"d\":" + deep + ",\"agent\":\"x\"}"))
                .isEqualTo("x");
    }

    @Test
    void data_that_is_no_object_has_no_values() {
        assertThat(agentOf("[1]")).isNull();
        assertThat(agentOf("7")).isNull();
        assertThat(GroupValues.of(List.of("agent")).read(null)).containsOnlyNulls();
    }

    @Test
    void an_escaped_name_is_the_same_name() {
        assertThat(agentOf("{\"\\u0061gent\":\"x\"}")).isEqualTo("x");
    }

    @Test
    void every_value_comes_at_the_place_of_its_property() {
        assertThat(
                        GroupValues.of(List.of("b", "missing", "a"))
                                .read(" { \"a\" : 1 , \"b\" : [ ] , \"b2\":2}".getBytes(UTF_8)))
                .containsExactly(null, null, "1");
    }

    /// The quick way must see what a parser sees, whatever the object looks like.
    @Test
    void any_object_is_read_as_a_parser_reads_it() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> names = List.of("agent", "a", "direction", "ü");
        for (int i = 0; i < 20_000; i++) {
            ObjectNode object = RandomJson.object(random, names);
            String json = random.nextBoolean() ? object.toString() : object.toPrettyString();

            List<@Nullable String> expected = new ArrayList<>();
            names.forEach(name -> expected.add(RandomJson.scalar(object.get(name))));

            assertThat(GroupValues.of(names).read(json.getBytes(UTF_8)))
                    .as("seed %s, %s", seed, json)
                    .isEqualTo(expected);
        }
    }

    private static @Nullable String agentOf(String json) {
        return GroupValues.of(List.of("agent")).read(json.getBytes(UTF_8)).getFirst();
    }
}
