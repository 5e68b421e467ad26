package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.events.EventName;
import io.tallystick.events.Vocabulary;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

class EventNamesTest {

    private final EventNames names = new EventNames();
    private final EventSerializer serializer = new EventSerializer();

    @Test
    void names_are_unique_and_say_the_feature_and_the_event() {
        List<String> stored =
                Vocabulary.facts().stream()
                        .map(type -> type.getAnnotation(EventName.class).value())
                        .toList();

        assertThat(stored)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[A-Z][A-Za-z]+"));
    }

    @Test
    void a_record_and_its_stored_name_lead_to_each_other() {
        assertThat(Vocabulary.facts())
                .allSatisfy(type -> assertThat(names.classOf(names.nameOf(type))).isEqualTo(type));
    }

    @Test
    void the_java_name_of_a_record_is_not_stored() {
        SerializedObject<byte[]> stored =
                serializer.serialize(new LoginSucceeded(new UUID(0, 1), "admin"), byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("access.LoginSucceeded");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void what_is_not_in_the_vocabulary_is_not_written() {
        var details = new CustomerDetails("name", "UTC", "EUR", "CH", null);

        assertThatThrownBy(() -> serializer.serialize(details, byte[].class))
                .isInstanceOf(UnknownEventType.class);
    }

    @Test
    void neither_a_foreign_name_nor_a_java_name_is_read() {
        for (String name : List.of("access.NotInventedYet", "java.lang.String", "")) {
            assertThatThrownBy(() -> serializer.classForType(new SimpleSerializedType(name, "1")))
                    .isInstanceOf(UnknownEventType.class);
        }
    }

    @Test
    void another_revision_is_unknown() {
        for (String revision : new String[] {"0", "2", "", null}) {
            var stored = new SimpleSerializedType("access.LoginSucceeded", revision);

            assertThatThrownBy(() -> names.classOf(stored)).isInstanceOf(UnknownEventType.class);
        }
    }

    @Test
    void metadata_is_written_and_read_as_it_is() {
        MetaData metadata = MetaData.with("actorId", "admin").and("tenantId", "1");

        SerializedObject<byte[]> stored = serializer.serialize(metadata, byte[].class);

        assertThat((MetaData) serializer.deserialize(stored)).isEqualTo(metadata);
    }
}
