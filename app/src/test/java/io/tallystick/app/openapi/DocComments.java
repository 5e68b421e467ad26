package io.tallystick.app.openapi;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Doc comments of classes and their methods, read from the sources of all modules. What a reader
/// of the code is told about a field is what a reader of the document is told.
final class DocComments {

    private static final Path MODULES = Path.of("..");

    private final Map<Path, Map<String, DocComment>> files = new HashMap<>();

    DocComment of(Class<?> type) {
        return find(type, type.getName());
    }

    DocComment of(Class<?> type, String method) {
        return find(type, type.getName() + "#" + method);
    }

    private DocComment find(Class<?> type, String name) {
        return files.computeIfAbsent(source(type), DocComments::read)
                .getOrDefault(name, DocComment.NONE);
    }

    private static Path source(Class<?> type) {
        String file = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        try (var modules = Files.list(MODULES)) {
            return modules.map(module -> module.resolve("src/main/java").resolve(file))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no source of " + type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, DocComment> read(Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjects(source));
            var found = new HashMap<String, DocComment>();
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(DocTrees.instance(task), found).scan(unit, "");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Walks through a file; the parameter is the name of the class around.
    private static final class Reader extends TreePathScanner<@Nullable Void, String> {

        private final DocTrees trees;
        private final Map<String, DocComment> found;

        Reader(DocTrees trees, Map<String, DocComment> found) {
            this.trees = trees;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            String name =
                    outer.isEmpty()
                            ? getCurrentPath().getCompilationUnit().getPackageName()
                                    + "."
                                    + type.getSimpleName()
                            : outer + "$" + type.getSimpleName();
            keep(name);
            return super.visitClass(type, name);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String type) {
            keep(type + "#" + method.getName());
            return super.visitMethod(method, type);
        }

        private void keep(String name) {
            TreePath path = getCurrentPath();
            Optional.ofNullable(trees.getDocCommentTree(path))
                    .ifPresent(tree -> found.put(name, DocComment.of(tree)));
        }
    }
}
