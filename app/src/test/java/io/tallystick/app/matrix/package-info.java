/// Every route, asked by every kind of caller for what is its own, another's and nobody's, and held
/// to one table of who may do what.
@NullMarked
package io.tallystick.app.matrix;

import org.jspecify.annotations.NullMarked;
