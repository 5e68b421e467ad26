/// People: who is a member, who was invited, and what everybody may change of oneself.
@NullMarked
package io.tallystick.portal.people;

import org.jspecify.annotations.NullMarked;
