package uk.alongside.gateway.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** The choice a signed-in person currently works under. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkContext.ForCouncil.class, name = "council"),
    @JsonSubTypes.Type(value = WorkContext.AsOperator.class, name = "operator")
})
public sealed interface WorkContext {

    /** Works for one council. */
    record ForCouncil(Choice council) implements WorkContext {

        public ForCouncil {
            Objects.requireNonNull(council);
        }
    }

    /** Works as operator, for no council. */
    record AsOperator() implements WorkContext {}
}
