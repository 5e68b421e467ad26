package io.tallystick.projections;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Rows as one array per column, so that a batch is one statement with a dozen parameters and not
/// with one per value.
///
/// @param <T> what a row is made of
public final class Columns<T> {

    private static final String ALIAS = "fresh";

    private final List<T> rows;
    private final List<Field<?>> targets = new ArrayList<>();
    private final List<Field<?>> arrays = new ArrayList<>();

    public Columns(List<T> rows) {
        this.rows = rows;
    }

    public <V> Columns<T> add(TableField<?, V> target, Function<T, V> value) {
        return add(target, target.getDataType(), value::apply);
    }

    /// A value of a row that may be none.
    public interface ValueOrNull<T, V> {
        @Nullable V of(T row);
    }

    public <V> Columns<T> addOrNull(TableField<?, V> target, ValueOrNull<T, V> value) {
        return add(target, target.getDataType(), value);
    }

    /// jsonb goes over the wire as text and becomes jsonb in the database.
    public Columns<T> addJson(TableField<?, ?> target, Function<T, String> value) {
        return add(target, SQLDataType.CLOB, value::apply);
    }

    private <V> Columns<T> add(Field<?> target, DataType<V> type, ValueOrNull<T, V> value) {
        var values = (@Nullable Object[]) Array.newInstance(type.getType(), rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.of(rows.get(i));
        }
        targets.add(target);
        arrays.add(DSL.val(values, type.nullable(true).array()));
        return this;
    }

    public List<Field<?>> targets() {
        return targets;
    }

    public List<SelectFieldOrAsterisk> values() {
        return targets.stream().<SelectFieldOrAsterisk>map(Columns::value).toList();
    }

    /// One of the columns where [#table] is joined with what there is.
    public static <V> Field<V> of(TableField<?, V> target) {
        return DSL.field(DSL.name(ALIAS, target.getName()), target.getDataType());
    }

    private static Field<?> value(Field<?> target) {
        Field<Object> value = DSL.field(DSL.name(ALIAS, target.getName()));
        return target.getDataType().equals(SQLDataType.JSONB.nullable(false))
                ? value.cast(SQLDataType.JSONB)
                : value;
    }

    public Table<Record> table() {
        String template =
                "unnest("
                        + String.join(
                                ", ",
                                java.util.stream.IntStream.range(0, arrays.size())
                                        .mapToObj(i -> "{" + i + "}")
                                        .toList())
                        + ")";
        return DSL.table(template, arrays.toArray(Field[]::new))
                .as(ALIAS, targets.stream().map(Field::getName).toArray(String[]::new));
    }
}
