package uk.alongside.tenant.introduction;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a question, which only the council that asks sees. */
record IntroductionQuestionId(UUID value) implements Id {}
