package uk.alongside.tenant.signinprovider;

import java.util.Set;

/** The domains of mail services that anyone may join, as far as people in the United Kingdom commonly use them. */
final class PublicMailDomains {

    private static final Set<String> ALL = Set.of(
            "aol.co.uk",
            "aol.com",
            "blueyonder.co.uk",
            "btinternet.com",
            "btopenworld.com",
            "fastmail.com",
            "gmail.com",
            "gmx.co.uk",
            "gmx.com",
            "googlemail.com",
            "hotmail.co.uk",
            "hotmail.com",
            "icloud.com",
            "live.co.uk",
            "live.com",
            "mac.com",
            "mail.com",
            "me.com",
            "msn.com",
            "ntlworld.com",
            "onmicrosoft.com",
            "outlook.co.uk",
            "outlook.com",
            "pm.me",
            "proton.me",
            "protonmail.com",
            "rocketmail.com",
            "sky.com",
            "talktalk.net",
            "tiscali.co.uk",
            "virginmedia.com",
            "yahoo.co.uk",
            "yahoo.com",
            "ymail.com",
            "zoho.com");

    /** Endings under which many councils have their own domains, so that none of them is a council's. */
    private static final Set<String> SHARED =
            Set.of("ac.uk", "co.uk", "gov.uk", "gov.wales", "llyw.cymru", "nhs.net", "nhs.uk", "org.uk", "uk");

    private PublicMailDomains() {}

    static boolean contains(String domain) {
        return ALL.contains(domain) || SHARED.contains(domain);
    }
}
