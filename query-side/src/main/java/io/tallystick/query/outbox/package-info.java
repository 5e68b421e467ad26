/// What became of mails, for whoever runs the installation.
@NullMarked
package io.tallystick.query.outbox;

import org.jspecify.annotations.NullMarked;
