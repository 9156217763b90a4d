package uk.alongside.conversations.person;

import java.util.List;

/** Carries every reason at once, so that a page can show them together. */
class PersonRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PersonRefusal> reasons;

    PersonRefused(PersonRefusal reason) {
        this(List.of(reason));
    }

    PersonRefused(List<PersonRefusal> reasons) {
        super(reasons.toString());
        this.reasons = List.copyOf(reasons);
    }

    List<PersonRefusal> reasons() {
        return reasons;
    }
}
