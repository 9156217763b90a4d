<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#-- Keycloak names no field when it shows the page again after a redirect. -->
<#assign other = (message?has_content && message.type == "error")?then((message.summary)!"", "")>
<#assign problem = messagesPerField.existsError("totp")?then(messagesPerField.get("totp"), other)>
<@layout.registrationLayout displayMessage=!problem?has_content field="otp" error=problem; section>
<#if section = "header">${msg("enterCode")}
<#elseif section = "form">
<form id="kc-otp-login-form" action="${url.loginAction}" method="post" novalidate>
<#if otpLogin.userOtpCredentials?size gt 1>
<fieldset class="group">
<legend class="label">${msg("whichAuthenticator")}</legend>
<#list otpLogin.userOtpCredentials as credential>
<div class="choice">
<input id="credential-${credential?index}" type="radio" name="selectedCredentialId" value="${credential.id}"<#if credential.id == otpLogin.selectedCredentialId> checked</#if>>
<label for="credential-${credential?index}">${credential.userLabel!msg("authenticatorApp")}</label>
</div>
</#list>
</fieldset>
</#if>
<@fields.code name="otp" label=msg("code") hint=msg("codeHint") autofocus=true error=problem/>
<button class="button" id="kc-login" type="submit">${msg("continue")}</button>
</form>
</#if>
</@layout.registrationLayout>
