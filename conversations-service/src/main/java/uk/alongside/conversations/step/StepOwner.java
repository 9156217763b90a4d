package uk.alongside.conversations.step;

/** The people and bodies that can do a step. */
public enum StepOwner {
    PERSON,
    FAMILY,
    COMMUNITY,
    COUNCIL,
    OTHER_ORGANISATION
}
