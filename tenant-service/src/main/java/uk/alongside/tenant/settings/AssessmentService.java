package uk.alongside.tenant.settings;

import uk.alongside.tenant.council.CouncilService;
import uk.alongside.tenant.council.CouncilRefused;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.tenant.council.CouncilRefusal.AssessmentNotAPdf;
import uk.alongside.tenant.council.CouncilRefusal.AssessmentTooLarge;

/** Accepts and returns a council's data protection impact assessment. */
@Service
class AssessmentService {

    static final int MOST_BYTES = 5 * 1024 * 1024;

    /**
     * The number of last bytes in which readers look for the end of a PDF (PDF Reference 1.7, appendix H.3, note 18).
     */
    private static final int END_WITHIN = 1024;

    private final CouncilService councils;
    private final Assessments assessments;
    private final Clock clock;

    AssessmentService(CouncilService councils, Assessments assessments, Clock clock) {
        this.councils = councils;
        this.assessments = assessments;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<byte[]> assessment() {
        return assessments.pdf();
    }

    SettingsView put(long expected, byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new CouncilRefused(new AssessmentTooLarge());
        }
        if (!isWholePdf(file)) {
            throw new CouncilRefused(new AssessmentNotAPdf());
        }
        return councils.change(council -> {
            council.answerBy(expected);
            assessments.put(file, clock.instant());
        });
    }

    /** Returns whether the file begins and ends as a PDF. A file that was cut off on the way does not. */
    private static boolean isWholePdf(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return text.startsWith("%PDF-") && text.indexOf("%%EOF", Math.max(0, text.length() - END_WITHIN)) > 0;
    }
}
