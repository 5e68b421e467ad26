package io.tallystick.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.events.EventName;
import io.tallystick.events.Vocabulary;
import io.tallystick.eventstore.testing.EventSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is stored is stored for ever, so its JSON is approved once per revision. A changed shape
/// takes a new revision, a file of its own and an upcaster; an approved file is never edited.
class ApprovedEventsTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved-events");

    /// The same chain as the product's.
    private static final EventUpcaster UPCASTERS = new ApiKeyOwner();

    private final EventSerializer serializer = new EventSerializer();

    static List<Class<?>> storedTypes() {
        return List.copyOf(Vocabulary.facts());
    }

    static List<Object> samples() {
        return EventSamples.all().toList();
    }

    static List<Path> approvedFiles() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.sorted().toList();
        }
    }

    @Test
    void every_event_has_exactly_one_sample() {
        assertThat(samples())
                .extracting(Object::getClass)
                .as("samples in EventSamples")
                .doesNotHaveDuplicates()
                .hasSameElementsAs(storedTypes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_stored_as_it_was_approved(Object sample) throws IOException {
        // when
        String json = new String(serializer.serialize(sample, byte[].class).getData(), UTF_8);

        // then
        Path file = file(sample.getClass(), revision(sample.getClass()));
        assertThat(file)
                .as("Missing. If this is what shall be stored for ever, add it with: %s", json)
                .exists();
        assertThat(json).isEqualTo(Files.readString(file).strip());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_read_as_it_was(Object sample) throws IOException {
        assertThat(read(file(sample.getClass(), revision(sample.getClass())))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("approvedFiles")
    void every_revision_that_was_ever_approved_still_reads(Path file) throws IOException {
        assertThat(read(file)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("storedTypes")
    void every_revision_up_to_the_present_one_is_approved(Class<?> type) {
        assertThat(IntStream.rangeClosed(1, revision(type)).mapToObj(number -> file(type, number)))
                .allSatisfy(file -> assertThat(file).exists());
    }

    private Object read(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".json", "");
        int dash = name.lastIndexOf('-');
        var entry =
                new GenericDomainEventEntry<>(
                        null,
                        null,
                        0,
                        "id",
                        Instant.EPOCH,
                        name.substring(0, dash),
                        name.substring(dash + 1),
                        Files.readAllBytes(file),
                        "{}".getBytes(UTF_8));
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(
                                new TrackedDomainEventData<>(
                                        new GlobalSequenceTrackingToken(1), entry)),
                        serializer,
                        UPCASTERS)
                .findFirst()
                .orElseThrow()
                .getPayload();
    }

    private static int revision(Class<?> type) {
        return name(type).revision();
    }

    private static Path file(Class<?> type, int revision) {
        return APPROVED.resolve(name(type).value() + "-" + revision + ".json");
    }

    private static EventName name(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new AssertionError(type + " has no @EventName");
        }
        return name;
    }
}
