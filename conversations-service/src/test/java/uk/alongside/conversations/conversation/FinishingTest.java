package uk.alongside.conversations.conversation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.conversation.ConversationRefusal.LastPerson;
import uk.alongside.foundation.problem.Refused;

/** Tests that the rules of other features are asked before a record is finished. */
class FinishingTest {

    @Test
    void finishesNoRecordAgainstARuleOfAnotherFeature() {
        var conversations = mock(Conversations.class);
        var finishing = new Finishing(
                conversations,
                mock(BoxTexts.class),
                mock(ConversationLoader.class),
                List.of(_ -> List.of(), _ -> List.of(new LastPerson())));

        assertThatThrownBy(() -> finishing.finish(new ConversationId(UUID.randomUUID()), LocalDate.of(2026, 11, 24)))
                .isInstanceOf(Refused.class)
                .hasMessage("LastPerson");
        verify(conversations, never()).finish(any(), any());
    }
}
