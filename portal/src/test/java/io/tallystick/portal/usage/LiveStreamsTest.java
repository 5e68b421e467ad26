package io.tallystick.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class LiveStreamsTest {

    private final InMemoryUsage source = new InMemoryUsage();
    private final LiveStreams streams = new LiveStreams(source);

    @BeforeEach
    void start() {
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void however_fast_the_log_grows_a_page_hears_of_it_a_few_times_a_second() throws Exception {
        var emitter = new RecordingEmitter();
        var stream = new LiveStream("operator", emitter);
        Thread reader = Thread.ofVirtual().start(stream);
        for (int position = 1; position <= 1_000; position++) {
            stream.advance(position);
            LockSupport.parkNanos(1_000_000);
        }

        await().untilAsserted(() -> assertThat(emitter.positions()).last().isEqualTo(1_000L));
        assertThat(emitter.positions()).isSorted().hasSizeBetween(2, 12);

        stream.close();
        reader.join();
        assertThat(emitter.completed).isTrue();
    }

    @Test
    void who_signs_out_is_told_nothing_more() {
        streams.open("operator");
        streams.open("somebody else");
        await().until(() -> source.listeners() == 2);

        streams.on(new LogoutSuccessEvent(new TestingAuthenticationToken("operator", null)));

        await().until(() -> source.listeners() == 1);
        assertThat(streams.size()).isEqualTo(1);
    }

    @Test
    void nobody_takes_all_the_room() {
        for (int opened = 0; opened < LiveStreams.STREAMS_PER_OWNER_MAX; opened++) {
            assertThat(streams.open("operator")).isPresent();
        }

        assertThat(streams.open("operator")).isEmpty();
        assertThat(streams.open("somebody else")).isPresent();
    }

    @Test
    void a_server_that_stops_lets_its_pages_go() {
        streams.open("operator");

        streams.stop();

        await().until(() -> streams.size() == 0 && source.listeners() == 0);
        assertThat(streams.open("operator")).isEmpty();
    }

    private static final class RecordingEmitter extends SseEmitter {

        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean completed;

        @Override
        public void send(SseEventBuilder event) {
            sent.add(
                    event.build().stream()
                            .map(DataWithMediaType::getData)
                            .map(String::valueOf)
                            .collect(Collectors.joining()));
        }

        @Override
        public void complete() {
            completed = true;
        }

        private List<Long> positions() {
            return List.copyOf(sent).stream()
                    .filter(event -> event.startsWith("event:advanced"))
                    .map(event -> Long.valueOf(event.replaceAll("(?s).*data:(\\d+).*", "$1")))
                    .toList();
        }
    }
}
