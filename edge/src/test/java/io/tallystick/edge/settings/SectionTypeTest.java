package io.tallystick.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.settings.Section;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// What may be sent for each section.
class SectionTypeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource
    void a_section_takes_every_field_that_it_has_and_no_other(SectionType type) {
        assertThat(type.fields())
                .extracting(Field::name)
                .containsExactlyElementsOf(
                        Arrays.stream(type.record().getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
        assertThat(SectionType.named(type.key())).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_shown_at_first_may_be_sent_back(SectionType type) {
        assertThat(type.changed(type.unchanged(), SectionJson.write(type.unchanged())))
                .isEqualTo(type.unchanged());
    }

    @ParameterizedTest
    @EnumSource
    void a_section_is_read_as_it_was_written(SectionType type) {
        assertThat(SectionJson.read(SectionJson.text(type.unchanged()), type.record()))
                .isEqualTo(type.unchanged());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    aiCredits      | {"creditsPerMinute": "-0.1"}        | out_of_range
                    aiCredits      | {"creditsPerMinute": "1e3"}         | not_a_decimal
                    aiCredits      | {"creditsPerMinute": "0.1234567"}   | not_a_decimal
                    aiCredits      | {"creditsPerMinute": 1.5}           | wrong_type
                    aiCredits      | {"creditsPerMinute": null}          | wrong_type
                    aiCredits      | {"lowCreditThreshold": "-1"}        | out_of_range
                    aiCredits      | {"lowCreditThreshold": ""}          | not_a_decimal
                    aiCredits      | {"furtherThresholds": ["5", "-5"]}  | out_of_range
                    aiCredits      | {"furtherThresholds": [5]}          | wrong_type
                    aiCredits      | {"recipients": ["nobody"]}          | invalid_email
                    aiCredits      | {"recipients": ["a@b.c", "a@b.c"]}  | duplicate
                    aiCredits      | {"overdraft": "-1"}                 | out_of_range
                    aiCredits      | {"graceSeconds": 3601}              | out_of_range
                    aiCredits      | {"graceSeconds": 1.5}               | wrong_type
                    qualifiedCalls | {"thresholdSeconds": -1}            | out_of_range
                    qualifiedCalls | {"thresholdSeconds": 86401}         | out_of_range
                    qualifiedCalls | {"thresholdSeconds": "60"}          | wrong_type
                    usage          | {"voiceInitialSeconds": 0}          | out_of_range
                    usage          | {"lateLimitDays": 367}              | out_of_range
                    knowledgeBase  | {"allocatedMb": -1}                 | out_of_range
                    knowledgeBase  | {"allocatedMb": 3000000000}         | out_of_range
                    branding       | {"primaryColor": "red;}"}           | invalid_color
                    branding       | {"primaryColor": "#fff"}            | invalid_color
                    branding       | {"accentColor": "#0f6e66;"}         | invalid_color
                    branding       | {"logo": "https://elsewhere"}       | not_allowed
                    branding       | {"displayName": "two\\nlines"}      | invalid_text
                    branding       | {"senderAddress": "a@b"}            | invalid_email
                    branding       | {"senderName": "a\\r\\nBcc: b@c.de"} | invalid_text
                    branding       | {"senderName": "a\\u2028Bcc: b@c.de"} | invalid_text
                    account        | {"status": "Active"}                | unknown_value
                    team           | {"max": 10001}                      | out_of_range
                    demo           | {"resetEveryHours": 0}              | out_of_range
                    """)
    void what_makes_no_sense_is_named(String section, String sent, String code) {
        SectionType type = SectionType.named(section).orElseThrow();

        assertThatThrownBy(() -> type.changed(type.unchanged(), JSON.readTree(sent)))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        refused ->
                                assertThat(refused.errors())
                                        .extracting(FieldError::code)
                                        .containsExactly(code));
    }

    @ParameterizedTest
    @CsvSource({"2000, true", "2001, false"})
    void a_welcome_has_an_end(int letters, boolean taken) {
        String text = IntStream.range(0, letters).mapToObj(_ -> "é").collect(Collectors.joining());
        var sent = JSON.createObjectNode().put("welcomeMessage", text);
        SectionType type = SectionType.BRANDING;

        if (taken) {
            var branding = (Section.Branding) type.changed(type.unchanged(), sent);
            assertThat(branding.welcomeMessage()).isEqualTo(text);
        } else {
            assertThatThrownBy(() -> type.changed(type.unchanged(), sent))
                    .isInstanceOf(ApiProblem.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.50, 0.5", "10, 10", "100.000000, 100", "000.1, 0.1"})
    void a_decimal_has_one_form(String sent, String kept) {
        var change = JSON.createObjectNode().put("creditsPerMinute", sent);

        var changed = SectionType.AI_CREDITS.changed(SectionType.AI_CREDITS.unchanged(), change);

        assertThat(SectionJson.write(changed).get("creditsPerMinute").asString()).isEqualTo(kept);
    }
}
