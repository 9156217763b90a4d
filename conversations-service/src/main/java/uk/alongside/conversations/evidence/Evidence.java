package uk.alongside.conversations.evidence;

import java.time.Instant;
import java.util.List;

/**
 * All evidence of the council at one moment.
 *
 * @param definition the version of the definitions of the figures
 */
record Evidence(
        Instant asAt, int definition, Framework framework, List<EvidenceFigure> figures, List<EvidenceNote> notes) {}
