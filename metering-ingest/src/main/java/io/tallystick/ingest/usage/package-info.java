/// What each built-in event type must say, and how much usage it stands for.
@NullMarked
package io.tallystick.ingest.usage;

import org.jspecify.annotations.NullMarked;
