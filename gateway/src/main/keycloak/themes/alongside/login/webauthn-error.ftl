<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=true; section>
<#if section = "header">${msg("passkeyErrorTitle")}
<#elseif section = "form">
<form id="kc-error-credential-form" action="${url.loginAction}" method="post">
<input type="hidden" name="authenticationExecution" value="${execution!''}">
<input type="hidden" name="isSetRetry" value="retry">
<button class="button" id="kc-try-again" type="submit">${msg("doTryAgain")}</button>
</form>
<#if isAppInitiatedAction??>
<form action="${url.loginAction}" method="post">
<button class="button button--secondary" id="cancelWebAuthnAIA" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
</form>
</#if>
</#if>
</@layout.registrationLayout>
