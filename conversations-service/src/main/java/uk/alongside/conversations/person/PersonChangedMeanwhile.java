package uk.alongside.conversations.person;

/** Carries the person as they are now: a read, so unlike other refusals it leaves its trace in the audit. */
final class PersonChangedMeanwhile extends PersonRefused {

    private static final long serialVersionUID = 1L;

    PersonChangedMeanwhile(Person current) {
        super(new PersonRefusal.ChangedMeanwhile(current));
    }
}
