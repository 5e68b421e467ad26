package io.tallystick.query.usage;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// Decimals as people write them: no trailing zeros and no exponent, which Java would give one byte
/// in gigabytes.
public final class PlainDecimal {

    private PlainDecimal() {}

    static BigDecimal of(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// A JSON string.
    public static final class AsText extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(
                BigDecimal value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toPlainString());
        }
    }

    /// A JSON number.
    public static final class AsNumber extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(
                BigDecimal value, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber(value.toPlainString());
        }
    }
}
