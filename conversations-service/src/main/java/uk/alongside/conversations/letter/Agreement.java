package uk.alongside.conversations.letter;

import java.util.List;
import uk.alongside.conversations.connection.MadeConnections.Made;
import uk.alongside.conversations.step.AgreedSteps.Agreed;

/** The next steps and the connections of a record. */
record Agreement(List<Agreed> steps, List<Made> connections) {}
