package uk.alongside.conversations.person;

/** Thrown with the person's present details. The caller reads them, so unlike other rejections this one is audited. */
final class PersonChangedMeanwhile extends PersonRefused {

    private static final long serialVersionUID = 1L;

    PersonChangedMeanwhile(Person current) {
        super(new PersonRefusal.ChangedMeanwhile(current));
    }
}
