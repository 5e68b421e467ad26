package io.tallystick.app.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.tallystick.edge.caller.Caller;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.filters.GlobalOpenApiMethodFilter;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;

/// Teaches springdoc what it cannot know about this API. Tests import it by name; it has no
/// annotation, because whatever has one would also be found by a server that a test starts.
public class OpenApiGeneration {

    private final DocComments comments = new DocComments();
    private final Frame frame = new Frame();
    private final AnswerFiles files = new AnswerFiles();
    private final SettingsSchemas settings = new SettingsSchemas(comments);

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas(comments);
    }

    @Bean
    GlobalOpenApiMethodFilter oneOperationForEachPath() {
        return files;
    }

    /// In this order.
    @Bean
    GlobalOperationCustomizer operations() {
        List<GlobalOperationCustomizer> concerns =
                List.of(
                        new Operations(comments),
                        new Parameters(frame, comments),
                        new Ingest(frame),
                        settings,
                        new OpenDocument(),
                        files,
                        new Refusals(comments));
        return (operation, handler) -> {
            concerns.forEach(concern -> concern.customize(operation, handler));
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer document() {
        return new Document(frame, settings);
    }
}
