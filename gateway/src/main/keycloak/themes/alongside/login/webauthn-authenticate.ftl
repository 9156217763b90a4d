<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("usePasskey")}
<#elseif section = "form">
<p>${msg("usePasskeyHow")}</p>
<#if authenticators??>
<ul class="passkeys" id="passkeys">
<#list authenticators.authenticators as authenticator>
<li>${authenticator.label!msg("passkey")}</li>
</#list>
</ul>
</#if>
<p class="notice notice--warning" id="passkey-without-script">${msg("passkeyNeedsScript")}</p>
<div class="notice notice--warning" id="passkey-problem" role="alert" tabindex="-1" hidden><p></p></div>
<form id="webauth" action="${url.loginAction}" method="post" novalidate
 data-passkey="use"
 data-challenge="${challenge}" data-rp-id="${rpId}" data-user-verification="${userVerification}" data-timeout="${createTimeout?c}"
 data-known="<#if authenticators??><#list authenticators.authenticators as authenticator>${authenticator.credentialId}<#sep>,</#list></#if>"
 data-unsupported="${msg("passkeyUnsupported")}" data-refused="${msg("usePasskeyRefused")}">
<input type="hidden" name="clientDataJSON">
<input type="hidden" name="authenticatorData">
<input type="hidden" name="signature">
<input type="hidden" name="credentialId">
<input type="hidden" name="userHandle">
<button class="button" id="authenticateWebAuthnButton" type="submit" hidden>${msg("usePasskeyContinue")}</button>
</form>
<script type="module" src="${url.resourcesPath}/js/passkey.js"></script>
</#if>
</@layout.registrationLayout>
