package uk.alongside.tenant.settings;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.tenant.settings.SettingsRefusal.AssessmentNotAPdf;
import uk.alongside.tenant.settings.SettingsRefusal.AssessmentTooLarge;

/** Accepts and returns a council's data protection impact assessment. */
@Service
class AssessmentService {

    static final int MOST_BYTES = 5 * 1024 * 1024;

    /**
     * The number of last bytes in which readers look for the end of a PDF (PDF Reference 1.7, appendix H.3, note 18).
     */
    private static final int END_WITHIN = 1024;

    private final SettingsService settings;
    private final Assessments assessments;
    private final Clock clock;

    AssessmentService(SettingsService settings, Assessments assessments, Clock clock) {
        this.settings = settings;
        this.assessments = assessments;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<byte[]> assessment() {
        return assessments.pdf();
    }

    SettingsView put(long expected, byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new AssessmentTooLarge().refused();
        }
        if (!isWholePdf(file)) {
            throw new AssessmentNotAPdf().refused();
        }
        return settings.changeFile(expected, "assessment", council -> {
            council.changeAssessment();
            assessments.put(file, clock.instant());
        });
    }

    /** Returns whether the file begins and ends as a PDF. A file that was cut off on the way does not. */
    private static boolean isWholePdf(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return text.startsWith("%PDF-") && text.indexOf("%%EOF", Math.max(0, text.length() - END_WITHIN)) > 0;
    }
}
