package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.alongside.foundation.DataMap;
import uk.alongside.foundation.encryption.EncryptedColumn;

/** Tests that the data map for governance officers names every column of this service's tables. */
@ServiceTest
class DataMapTest {

    @Autowired
    private List<EncryptedColumn> encrypted;

    @Test
    void saysOfEveryColumnWhatItHoldsAndWhichAreEncrypted() throws IOException {
        assertThat(DataMap.findings(RunningService.superuser(), encrypted)).isEmpty();
    }
}
