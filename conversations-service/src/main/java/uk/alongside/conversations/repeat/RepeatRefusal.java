package uk.alongside.conversations.repeat;

/** Every reason for which a key is turned down. */
sealed interface RepeatRefusal {

    record KeyMissing() implements RepeatRefusal {}

    record KeyReused() implements RepeatRefusal {}
}
