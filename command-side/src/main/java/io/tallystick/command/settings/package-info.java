/// What is set for a customer: one aggregate and one version for all sections.
@NullMarked
package io.tallystick.command.settings;

import org.jspecify.annotations.NullMarked;
