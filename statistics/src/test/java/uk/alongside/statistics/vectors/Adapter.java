package uk.alongside.statistics.vectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls one method with the input of a case. */
interface Adapter {

    /**
     * Returns the answer in the form of the file: maps, lists, numbers, texts and null. A field that does not apply is
     * left out.
     *
     * @param expected only to learn which answers a case asks for, such as the sizes at which limits are drawn
     */
    @Nullable
    Object compute(JsonNode input, JsonNode expected);
}
