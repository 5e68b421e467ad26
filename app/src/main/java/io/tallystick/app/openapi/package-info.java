/// The description of the HTTP API, as a document for programs and as a page for people.
@NullMarked
package io.tallystick.app.openapi;

import org.jspecify.annotations.NullMarked;
