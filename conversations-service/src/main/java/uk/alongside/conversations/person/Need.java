package uk.alongside.conversations.person;

/** A need that a person has in order to take part. The words are part of the API. */
public enum Need {
    STEP_FREE,
    HEARING_LOOP,
    BSL,
    INTERPRETER,
    SOMEONE_WITH_ME,
    QUIET_ROOM,
    LARGE_PRINT,
    HOME_VISIT
}
