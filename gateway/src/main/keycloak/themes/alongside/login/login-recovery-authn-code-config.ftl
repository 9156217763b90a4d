<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=message?has_content && message.type == "error"; section>
<#if section = "header">${msg("recoveryCodesTitle")}
<#elseif section = "form">
<p>${msg("recoveryCodesWhy")}</p>
<p>${msg("recoveryCodesKeep")}</p>
<ol class="codes" id="kc-recovery-codes-list">
<#list recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList as code>
<li>${code[0..3]}-${code[4..7]}-${code[8..]}</li>
</#list>
</ol>
<form id="kc-recovery-codes-settings-form" action="${url.loginAction}" method="post">
<input type="hidden" name="generatedRecoveryAuthnCodes" value="${recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString}">
<input type="hidden" name="generatedAt" value="${recoveryAuthnCodesConfigBean.generatedAt?c}">
<input type="hidden" id="userLabel" name="userLabel" value="${msg("recoveryCodesLabel")}">
<input type="hidden" name="logout-sessions" value="on">
<button class="button" id="saveRecoveryAuthnCodesBtn" type="submit">${msg("recoveryCodesKept")}</button>
<#if isAppInitiatedAction??><button class="button button--secondary" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
