package io.tallystick.app;

import io.micrometer.observation.ObservationRegistry;
import io.tallystick.app.database.DatabaseSettings;
import io.tallystick.app.demo.DemoFolder;
import io.tallystick.edge.caller.CallerArgument;
import io.tallystick.edge.problem.ProblemWriter;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// What all endpoints need and none makes for itself.
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    /// The only clock; it is asked at the edges and handed on as a value.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @Profile("!demo")
    Settings settings(Environment environment, DatabaseSettings database) {
        DemoFolder.refuse(database);
        return Settings.of(environment::getProperty);
    }

    /// Nobody reads observations, and one is made for each filter of each request: they took a
    /// seventh of what a single event costs.
    @Bean
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
