package uk.alongside.gateway.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A value that a session may hold. The list is closed: the JSON in Redis can name no other type (docs/adr/0048). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StaffSession.class, name = "staff"),
    @JsonSubTypes.Type(value = Tokens.class, name = "tokens")
})
sealed interface SessionValue permits StaffSession, Tokens {}
