package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.app.database.StartRefusedException;
import org.junit.jupiter.api.Test;

class WebhookConfigurationTest {

    @Test
    void webhooks_reach_the_internet_only_unless_somebody_says_otherwise() {
        for (String off : new String[] {null, "", " ", "false"}) {
            assertThat(WebhookConfiguration.reach(off).privateAllowed()).isFalse();
        }
        assertThat(WebhookConfiguration.reach("true").privateAllowed()).isTrue();
    }

    @Test
    void what_is_neither_yes_nor_no_refuses_the_start() {
        assertThatThrownBy(() -> WebhookConfiguration.reach("yes"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("TALLYSTICK_WEBHOOKS_ALLOW_PRIVATE must be true or false.");
    }
}
