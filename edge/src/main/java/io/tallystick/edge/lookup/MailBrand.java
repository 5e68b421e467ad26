package io.tallystick.edge.lookup;

import org.jspecify.annotations.Nullable;

/// How a mail looks where it is shown as HTML.
///
/// @param name what people read as the name of the product
/// @param color as six hexadecimal digits behind `#`, null for ours
/// @param logo the SHA-256 of the picture, null where there is none
public record MailBrand(String name, @Nullable String color, @Nullable String logo) {}
