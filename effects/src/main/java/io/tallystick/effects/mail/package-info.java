/// Mails of the outbox, sent over SMTP.
@NullMarked
package io.tallystick.effects.mail;

import org.jspecify.annotations.NullMarked;
