package uk.alongside.tenant.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the agreement. */
@Component
class AgreementLibrary {

    private final Agreement latest;

    AgreementLibrary(ResourcePatternResolver resources, JsonMapper json) throws IOException {
        var versions = new ArrayList<Agreement>();
        for (var file : resources.getResources("classpath*:uk/alongside/tenant/agreement/data-sharing-*.json")) {
            try (InputStream content = file.getInputStream()) {
                versions.add(json.readValue(content, Agreement.class));
            }
        }
        latest = latestOf(versions);
    }

    static Agreement latestOf(List<Agreement> versions) {
        return versions.stream()
                .max(Agreement.BY_DAY)
                .orElseThrow(() -> new IllegalStateException("There is no agreement."));
    }

    Agreement latest() {
        return latest;
    }
}
