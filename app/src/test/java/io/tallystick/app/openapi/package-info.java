/// Makes the OpenAPI document from the endpoints and their doc comments, and holds answers to it.
@NullMarked
package io.tallystick.app.openapi;

import org.jspecify.annotations.NullMarked;
