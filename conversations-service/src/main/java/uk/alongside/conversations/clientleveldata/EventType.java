package uk.alongside.conversations.clientleveldata;

/** The types of events in Client Level Data. This product records requests only. */
enum EventType {
    REQUEST("Request"),
    ASSESSMENT("Assessment"),
    SERVICE("Service"),
    REVIEW("Review");

    private final String officialName;

    EventType(String officialName) {
        this.officialName = officialName;
    }

    String officialName() {
        return officialName;
    }
}
