<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign problem = messagesPerField.existsError("totp")?then(messagesPerField.get("totp"), messagesPerField.existsError("userLabel")?then(messagesPerField.get("userLabel"), ""))>
<#assign manual = mode?? && mode = "manual">
<@layout.registrationLayout displayMessage=false field="totp" error=problem; section>
<#if section = "header">${msg("setUpAuthenticator")}
<#elseif section = "form">
<p>${msg("setUpAuthenticatorWhy")}</p>
<ol class="steps">
<li><p>${msg("setUpAuthenticatorApp")}</p></li>
<#if manual>
<li><p>${msg("setUpAuthenticatorKey")}</p>
<p class="key" id="kc-totp-secret-key">${totp.totpSecretEncoded}</p>
<p><a href="${totp.qrUrl}" id="mode-barcode">${msg("setUpAuthenticatorScanInstead")}</a></p></li>
<#else>
<li><p>${msg("setUpAuthenticatorScan")}</p>
<img class="qr" id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("setUpAuthenticatorPicture")}" width="200" height="200">
<p><a href="${totp.manualUrl}" id="mode-manual">${msg("setUpAuthenticatorKeyInstead")}</a></p></li>
</#if>
<li><p>${msg("setUpAuthenticatorCode")}</p></li>
</ol>
<form id="kc-totp-settings-form" action="${url.loginAction}" method="post" novalidate>
<input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
<input type="hidden" name="userLabel" value="${msg("authenticatorApp")} ${(totp.otpCredentials?size + 1)?c}">
<input type="hidden" name="logout-sessions" value="on">
<#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
<@fields.code name="totp" label=msg("code") hint=msg("codeHint") error=problem/>
<button class="button" id="saveTOTPBtn" type="submit">${msg("continue")}</button>
<#if isAppInitiatedAction??><button class="button button--secondary" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
