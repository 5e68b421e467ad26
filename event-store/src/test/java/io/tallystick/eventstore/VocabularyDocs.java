package io.tallystick.eventstore;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What the sources of the vocabulary say of its types, by their names within their package:
/// compiled classes have no documentation.
record VocabularyDocs(Map<String, Doc> byType) {

    /// @param fields what is said of single components
    record Doc(String text, Map<String, String> fields) {}

    static VocabularyDocs of(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(java));
            var found = new Found(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                found.scan(unit, null);
            }
            return new VocabularyDocs(Map.copyOf(found.docs));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    Doc of(Class<?> type) {
        Doc doc = byType.get(name(type));
        if (doc == null) {
            throw new AssertionError(type + " says nothing about itself");
        }
        return doc;
    }

    /// Such as `Section.Branding`.
    static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : name(around) + "." + type.getSimpleName();
    }

    private static final class Found extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private final Map<String, Doc> docs = new HashMap<>();
        private String around = "";

        Found(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            String outside = around;
            String name = outside + type.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                Map<String, String> fields = new HashMap<>();
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param) {
                        fields.put(param.getName().toString(), text(param.getDescription()));
                    }
                }
                if (docs.put(name, new Doc(text(comment.getFullBody()), fields)) != null) {
                    throw new AssertionError("two types are called " + name);
                }
            }
            around = name + ".";
            super.visitClass(type, nothing);
            around = outside;
            return null;
        }

        /// In one line for each paragraph.
        private static String text(List<? extends DocTree> parts) {
            String whole = parts.stream().map(DocTree::toString).collect(Collectors.joining());
            return Stream.of(whole.strip().split("\n\\s*\n"))
                    .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                    .collect(Collectors.joining("\n\n"));
        }
    }
}
