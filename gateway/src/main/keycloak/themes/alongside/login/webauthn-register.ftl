<#import "template.ftl" as layout>
<#-- The script asks the browser for a passkey. Keycloak's own page asks for the name in a box of the browser. -->
<@layout.registrationLayout; section>
<#if section = "header">${msg("addPasskey")}
<#elseif section = "form">
<p>${msg("addPasskeyWhy")}</p>
<p>${msg("addPasskeyHow")}</p>
<p class="notice notice--warning" id="passkey-without-script">${msg("passkeyNeedsScript")}</p>
<div class="notice notice--warning" id="passkey-problem" role="alert" tabindex="-1" hidden><p></p></div>
<form id="register" action="${url.loginAction}" method="post" novalidate
 data-passkey="add"
 data-challenge="${challenge}" data-rp-id="${rpId}" data-rp-name="${rpEntityName}"
 data-user-id="${userid}" data-user-name="${username}"
 data-algorithms="<#list signatureAlgorithms as algorithm>${algorithm?c}<#sep>,</#list>"
 data-attestation="${attestationConveyancePreference}" data-attachment="${authenticatorAttachment}"
 data-resident-key="${residentKey}" data-user-verification="${userVerificationRequirement}"
 data-timeout="${createTimeout?c}" data-known="${excludeCredentialIds}"
 data-unsupported="${msg("passkeyUnsupported")}" data-refused="${msg("addPasskeyRefused")}" data-present="${msg("addPasskeyPresent")}">
<input type="hidden" name="clientDataJSON">
<input type="hidden" name="attestationObject">
<input type="hidden" name="publicKeyCredentialId">
<input type="hidden" name="transports">
<input type="hidden" name="authenticatorAttachment">
<div class="group">
<label class="label" for="authenticatorLabel">${msg("passkeyName")}</label>
<p class="hint" id="authenticatorLabel-hint">${msg("passkeyNameHint")}</p>
<input class="input" id="authenticatorLabel" name="authenticatorLabel" type="text" maxlength="60" autocomplete="off" aria-describedby="authenticatorLabel-hint" data-default="${msg("passkey")}">
</div>
<button class="button" id="registerWebAuthn" type="submit" hidden>${msg("addPasskeyContinue")}</button>
</form>
<#if isAppInitiatedAction??>
<form action="${url.loginAction}" method="post">
<button class="button button--secondary" id="cancelWebAuthnAIA" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
</form>
</#if>
<script type="module" src="${url.resourcesPath}/js/passkey.js"></script>
</#if>
</@layout.registrationLayout>
